"""What holds for every site, whatever happened before: properties of whole builds."""
