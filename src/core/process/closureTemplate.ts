/** The section for outcomes that "CR Closure" asks for and the template has no place for: ours (reading 36). */
export const closureTemplate = `## Closure

**Monitored Until**: YYYY-MM-DD HH:MM:SS UTC

**Final Metrics**:
- [Metric]: [Value after deployment, against the target]

**Outcomes**:
- [What did the change achieve?]

**Incidents**:
- [Incident that the change caused, or None]

**Lessons Learned**:
- [What would we do again, what differently?]
`;
