"""Scores of `framing` itself: against gold annotation, public corpora and name-swapped text."""
