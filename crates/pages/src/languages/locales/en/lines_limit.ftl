# The bound on the lines of one record (SPEC-api.md, 2.4).
error-lines-too-many = A record has { $limit-number } lines at most. Divide it into several.
