"""What is searchable (索引): passages, vectors, words, and the snapshot that holds them."""
