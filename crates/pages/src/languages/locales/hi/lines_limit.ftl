# The bound on the lines of one record (SPEC-api.md, 2.4).
error-lines-too-many = एक अभिलेख में अधिकतम { $limit-number } पंक्तियाँ हो सकती हैं। इसे कई अभिलेखों में बाँटें।
