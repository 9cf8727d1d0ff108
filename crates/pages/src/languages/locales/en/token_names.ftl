# Names of access tokens.
error-token-name-refused = The name “{ $name }” cannot be used: History sets → and · between names. Leave these signs out, and those that cannot be seen, and write 100 letters at most.
