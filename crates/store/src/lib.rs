//! Says what keeping data means: the traits for businesses and their records, and the contract tests every real store must pass.
