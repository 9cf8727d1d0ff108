# Letters that the Cloud edition writes to users by itself.
letter-helped-subject = Your user { $user } was changed
letter-helped-link-text =
    { $name },

    whoever runs Tijori for { $firm } made a link for a new password of the user { $user }, because somebody asked for help. It works once, for half an hour.

    If it was not you who asked, reply to this letter at once, and tell an administrator of { $firm }.
letter-helped-factor-text =
    { $name },

    whoever runs Tijori for { $firm } took the second factor of the user { $user } away, because somebody asked for help. The password alone signs you in now. Set up a second factor again soon.

    If it was not you who asked, change your password at once, reply to this letter, and tell an administrator of { $firm }.
