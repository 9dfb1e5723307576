{% from "blocks/round_table.html" import round_table with context %}
{% from "blocks/roster_table.html" import roster_table with context %}
finder.take({"readings":{{ readings | json }},"surnames":{{ surnames | json }},"parts":[
{% for part in parts %}
{% set caption = part.title ~ "：查找结果" if part.title else "查找结果" %}
{% set table = roster_table(part.samples, part.labels, caption, part.terms, part.beside, part.several) if certified else round_table(part.samples, part.labels, caption) %}
{"table":{{ table | trim | json }},"list":{{ part.data | json }}}{{ "," if not loop.last }}

{% endfor %}
]});
