# While the database of the Cloud edition does not answer, and before a trial ends.
away-kept = Nothing you entered is lost: it is kept on this page. Wait a moment, then send it again; you do not have to type anything anew.
away-kept-in-doubt = What you entered is still on this page. Look at your records in another window first; if it is not among them, send it again.
away-again = Send it again
error-store-in-doubt = The connection broke off while your change was being saved, and nobody can tell yet whether it is there. Look at your records first; if it is not among them, enter it again.
cloud-trial-ends = Your trial ends on { $date }. Your backups are yours in any case, and can be downloaded in the customer portal at any time.
