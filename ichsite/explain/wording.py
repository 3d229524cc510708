"""The words around an explanation."""

from __future__ import annotations

from ichsite.text.diagnostic import Severity
from ichsite.text.words import Words

WHY = Words("为什么", "Why")
WHAT_TO_DO = Words("怎么办", "What to do")
FAILING = Words("这样写会报", "Failing")
MENDED = Words("改成这样就好", "Mended")
NO_SAMPLE = Words("没有样例", "No sample")
SEVERITIES: dict[Severity, Words] = {"error": Words("错误", "error"), "warning": Words("警告", "warning")}
