"""The search benchmark: bytes, time and results, compared with lunr.js and MiniSearch."""
