"""What is published for browsers to run: nothing that Chromium 78 cannot read, nothing heavier than the budgets."""
