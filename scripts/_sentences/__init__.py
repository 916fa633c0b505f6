"""Collect the sentences that a person can meet: messages, help, manuals of rules, pages and scripts."""
