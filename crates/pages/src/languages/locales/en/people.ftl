# People: what may be seen, the security log.
documents-hidden = Documents that you may not see are left out.
account-acting = You act for somebody else. Passwords, second factors, sessions, tokens and addresses are for them alone; stop acting for them to see your own.
