"""Whose words, about whom, and how sure: media-bias and framing analysis of news articles."""
