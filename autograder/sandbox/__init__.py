"""The untrusted side: isolation layers, the zygote, and the worker that runs a student's code.

Modules here import only one another, the standard library, NumPy and IPython: everything they can read, a student can.
"""
