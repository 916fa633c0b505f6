"""Family ID: can the credential be told apart, and does it say for whom and with what effort?"""
