"""How much of a document the entries cover: by what is recorded of each passage, and against the text itself.

passages   counts by passage
reading    the text at hand: cut into passages (cutting) and sentences, its numerals and names (capitals) looked up
           in what is known of the passage, each claim laid at its sentence (laying)
"""
