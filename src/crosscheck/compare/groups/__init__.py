"""Which statements make the same claim: candidates, pairs with their evidence, groups, and which sources are independent."""
