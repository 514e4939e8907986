"""The ways out of drafter: a review as a document."""
