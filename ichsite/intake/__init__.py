"""From the rows of a form's table to showcases that wait for approval."""
