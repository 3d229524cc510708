"""Pictures: from whatever a camera or an editor made to upright sRGB files without a word of metadata."""
