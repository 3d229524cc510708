"""The label inside a picture that was made by AI, for whoever meets the file without its page.

As GB 45438-2025 puts it into XMP (`TC260:AIGC`, label 1: generated), and as photo editors and agencies know it (IPTC's
digital source type); and in words, for people.
"""

from __future__ import annotations

from ichsite.text.made_by_ai import MADE_BY_AI

_SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
AI_XMP: bytes = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
    ' xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/">'
    f"<Iptc4xmpExt:DigitalSourceType>{_SOURCE}</Iptc4xmpExt:DigitalSourceType>"
    "<TC260:AIGC>{&quot;Label&quot;:&quot;1&quot;}</TC260:AIGC>"
    f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{MADE_BY_AI}</rdf:li></rdf:Alt></dc:description>'
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
).encode()
