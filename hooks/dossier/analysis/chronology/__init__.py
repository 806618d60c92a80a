"""Dates that cannot all be so: moments and links between them, and the smallest sets that contradict."""
