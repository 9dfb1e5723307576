{{ partial "people.html" . }}
