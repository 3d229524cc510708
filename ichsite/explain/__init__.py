"""What each diagnostic means, why it exists, and what to do: the same texts for a terminal and for the documentation."""
