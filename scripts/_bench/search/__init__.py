"""The part of the benchmark that is about search: bytes, time and what is found, beside lunr.js and MiniSearch."""
