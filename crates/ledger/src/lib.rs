//! What follows from the books: the postings each document makes and the balances they sum to.
