"""Publishing: whatever happens, the output is the old site or the new one."""
