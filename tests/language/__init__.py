"""Students read another language: catalogues, sentences and pages."""
