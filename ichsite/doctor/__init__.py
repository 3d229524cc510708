"""Looking at a project and its machine as they are: also where nothing can be decoded, and without `site.yaml`."""
