"""What a file of a picture says of itself where AI made it, in both languages at once: the file travels without its page."""

from __future__ import annotations

MADE_BY_AI = "AI 生成 · Made by AI"
