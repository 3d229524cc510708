"""The link kit: briefs, counting, texts, cards, the command and its pages."""
