"""How a reply is put into words (措辞), never in words that a report does not hold."""
