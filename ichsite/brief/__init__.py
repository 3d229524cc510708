"""The order brief 定作确认: what is promised, what was chosen, and how both sides keep and check it."""
