"""Every address that the published files name, held against what is published. Pure: bytes in, findings out."""
