type Given = { reference?: string; title?: string; deadline?: string; essential?: string[]; clearance?: string };

/** A short notice of our own as text, English half and French half, as it would be received. */
export function noticeText(given: Given = {}): string {
  const { reference = '260901', title = 'Hydrologist', deadline = '15-Jan-2027', clearance = 'NS' } = given;
  const essential = given.essential ?? [
    'hold a university degree in hydrology;',
    'have at least 3 years of experience with river gauges;',
    'possess the following minimum levels of the official languages (English/French): V (“Advanced”) in one; I (“Beginner”) in the other.',
  ];
  return `VACANCY NOTIFICATION/ NOTIFICATION DE LA VACANCE DU POSTE

${title} (${reference})

Primary Location: Belgium-Brussels
Body: Northern Rivers Commission (NRC)
Schedule: Full-time
Application Deadline: ${deadline}
Salary (Pay Basis): 6,212.40Euro (EUR) Monthly
Grade: G15
Clearance Level: ${clearance}
Description

1. SUMMARY

The Basin Monitoring Division gathers what gauges say about the water.

2. QUALIFICATIONS AND EXPERIENCE

ESSENTIAL

The incumbent must:

${essential.map((item) => `- ${item}`).join('\n')}

Hydrologue (${reference})

Emplacement principal : Belgique-Bruxelles
Organisation : Commission des rivières du Nord (CRN)
Horaire : Temps plein
Date de retrait : ${deadline}
Salaire (Base de paie) : 6,212.40Euro (EUR) Mensuelle
Grade : G15
Niveau de l'habilitation de sécurité : ${clearance}
Description

1. RÉSUMÉ

La Division Suivi du bassin rassemble ce que les échelles disent de l’eau.

2. QUALIFICATIONS ET EXPÉRIENCE

ACQUIS ESSENTIELS

La personne titulaire du poste doit :

- être titulaire d’un diplôme universitaire en hydrologie ;
- avoir au moins 3 années d’expérience des échelles fluviales ;
- avoir au minimum le niveau de compétence V (« avancé ») dans l’une des deux langues officielles (anglais/français), et le niveau I (« débutant ») dans l’autre.
`;
}
