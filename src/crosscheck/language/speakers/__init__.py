"""Who speaks: from the words at an attribution to a person, body, document or unnamed group of the article."""
