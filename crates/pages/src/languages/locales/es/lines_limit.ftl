# The bound on the lines of one record (SPEC-api.md, 2.4).
error-lines-too-many = Un registro tiene { $limit-number } líneas como máximo. Divídalo en varios.
