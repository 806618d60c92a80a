"""Which figures can be right at once: qualifiers to intervals, units to factors, intervals to readings."""
