"""Largest, first, last, only, total: what stands against each, or how much was looked at.

tested      one result for each such claim           comparable   what a result holds
counted     every figure, ready to be compared       larger, others, sums   one rule each
"""
