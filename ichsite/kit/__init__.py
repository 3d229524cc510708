"""What a shop takes into a stream: QR codes, descriptions, cards, the overlay."""
