"""Where each claim comes from: who answers to whom, who has it from whom, how many origins that makes, what falls.

speakers   whose voice a source is
descent    where each source has its content from, and what stands behind it
counts     reports and origins of each claim, as a range        hitting   the fewest origins that explain them all
status     the label that follows                               falls     what everything leads through
tally      the same count, growing day by day                   circles, unions   graphs
"""
