"""Training from the reports (新人培训): questions, grading, practice and papers."""
