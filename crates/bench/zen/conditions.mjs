// The conditions of cn-specialized-sme-2022 as expressions of zen-engine, for firms of whom everything is
// known: plain numbers instead of texts with units, so that it has less to read than the evaluator.

const YEARS = [2022, 2021, 2020];

/** The figures of a dossier of 2023 as plain numbers. */
export function figures({ facts }) {
  const year = (id, index = 0) => Number(facts[id]?.[YEARS[index]] ?? 0);
  const rank = (id) => (facts[id] === undefined || facts[id] === 'none' ? 1000 : Number(facts[id]));
  return {
    legal: facts.legal_person === true,
    size: facts.size_class,
    title: facts.innovative_title === true,
    abnormal: facts.abnormal_operation_list === true,
    dishonest: facts.serious_dishonesty_list === true,
    prohibited: facts.prohibited_product === true,
    incident: facts.incident_or_tax_evasion_3y === true,
    years: Number(facts.years_in_segment),
    revenue: year('operating_revenue'),
    rd: year('rd_expense'),
    rd1: year('rd_expense', 1),
    equity: year('paid_in_equity_financing') + year('paid_in_equity_financing', 1),
    core: year('core_business_revenue'),
    core1: year('core_business_revenue', 1),
    core2: year('core_business_revenue', 2),
    profit: year('net_profit'),
    assets: year('total_assets'),
    liabilities: year('total_liabilities'),
    staff: Number(facts.employee_total),
    rdStaff: Number(facts.rd_staff),
    domain: facts.product_domain,
    digital: facts.digital_level,
    quality: facts.quality_items.filter((item) => item !== 'none').length,
    local: Number(facts.local_feature_points),
    ip: facts.ip_grade,
    institution: facts.rd_institution_level,
    provincial: rank('award_provincial_rank_3y'),
    national: rank('award_national_rank_3y'),
    maker: facts.maker_china_top500_3y === true,
  };
}

/** `own ≥ edge ? points : …`, the last where no edge is reached. */
const bands = (own, rows, sign = '>=') =>
  `${rows.map(([edge, points]) => `${own} ${sign} ${edge} ? ${points} : `).join('')}0`;
const answers = (own, rows) => `${rows.map(([id, points]) => `${own} == '${id}' ? ${points} : `).join('')}0`;

const POINTS = {
  s1: bands('core / revenue', [[0.8, 5], [0.7, 3], [0.6, 1]]),
  s2: bands('((core / core1 - 1) + (core1 / core2 - 1)) / 2', [[0.1, 10], [0.08, 8], [0.06, 6], [0.04, 4], [0, 2]]),
  s3: 'min([floor(years / 2), 5])',
  s4: answers('domain', [['gap_filling', 5], ['six_bases', 3]]),
  s5: answers('digital', [['level_4', 5], ['level_3', 5], ['level_2', 3]]),
  s6: 'min([quality * 3, 5])',
  s7: bands('profit / revenue', [[0.1, 10], [0.08, 8], [0.06, 6], [0.04, 4], [0.02, 2]]),
  s8: bands('liabilities / assets', [[0.5, 5], [0.6, 3], [0.7, 1]], '<='),
  s9: 'local',
  s10: answers('ip', [['class1_high_value', 10], ['class1_self_developed', 8], ['class1', 6], ['class2', 2]]),
  s11:
    `max([${bands('rd', [[500, 10], [400, 8], [300, 6], [200, 4], [100, 2]])}, ` +
    `${bands('rd / revenue', [[0.1, 10], [0.08, 8], [0.06, 6], [0.04, 4], [0.03, 2]])}])`,
  s12: bands('rdStaff / staff', [[0.2, 5], [0.1, 3], [0.05, 1]]),
  s13: answers('institution', [['national', 10], ['provincial', 8], ['city', 4], ['below_city', 2]]),
};

const CONDITIONS = {
  G1: 'legal',
  G2: "size != 'large'",
  G3: 'not abnormal and not dishonest',
  G4: 'not prohibited',
  G5: 'not incident',
  P: 'title',
  C1: 'years >= 2',
  C2: 'rd >= 100 and rd / revenue >= 0.03',
  C3: 'revenue >= 1000 or equity >= 2000',
  D1: 'provincial <= 3 or national <= 5',
  D2: '(rd + rd1) / 2 >= 1000',
  D3: 'equity >= 6000',
  D4: 'maker',
  ...POINTS,
  score: Object.keys(POINTS).map((id) => `$.${id}`).join(' + '),
  met:
    '$.G1 and $.G2 and $.G3 and $.G4 and $.G5 and $.P and $.C1 and $.C2 and $.C3 and ' +
    '($.score >= 60 or $.D1 or $.D2 or $.D3 or $.D4)',
};

/** A decision of one node: fewer nodes are quicker. */
export const decision = {
  nodes: [
    { id: 'in', name: 'in', type: 'inputNode' },
    {
      id: 'all',
      name: 'all',
      type: 'expressionNode',
      content: {
        expressions: Object.entries(CONDITIONS).map(([key, value]) => ({ id: key, key, value })),
      },
    },
    { id: 'out', name: 'out', type: 'outputNode' },
  ],
  edges: [
    { id: 'a', type: 'edge', sourceId: 'in', targetId: 'all' },
    { id: 'b', type: 'edge', sourceId: 'all', targetId: 'out' },
  ],
};
