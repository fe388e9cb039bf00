"""What the page shows (页面内容), as escaped HTML; the page itself only wires it up."""
