"""The three questions of the craft-fit assessment 技艺适配评估, as pure functions. Formulas stand in the docstrings."""
