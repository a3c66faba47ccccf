"""How the shipped language model is made and measured; not installed with the package."""
