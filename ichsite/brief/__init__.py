"""What is promised and what is wished for, in writing: the terms of an offer with their version, kept for ever."""
