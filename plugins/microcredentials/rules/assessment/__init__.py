"""Family AS: is it scored by prepared people who agree, and can the result be used?"""
