import { parseSync, Visitor, type ESTree } from 'vite'

/** One small change of a rule. A test that states the rule notices it. */
export type Mutant = {
  readonly start: number
  readonly end: number
  readonly becomes: string
  /** What kind of change it is. */
  readonly kind: string
  readonly line: number
  /** The line before and after, for the report and for the list of changes that change nothing. */
  readonly lineWas: string
  readonly lineBecomes: string
}

type Change = Pick<Mutant, 'start' | 'end' | 'becomes' | 'kind'>
type Span = { readonly start: number; readonly end: number }
type Body = ESTree.Function | ESTree.ArrowFunctionExpression

const operators: Readonly<Record<string, readonly [kind: string, becomes: string]>> = {
  '<': ['boundary', '<='], '<=': ['boundary', '<'], '>': ['boundary', '>='], '>=': ['boundary', '>'],
  '===': ['equality', '!=='], '!==': ['equality', '==='], '&&': ['logic', '||'], '||': ['logic', '&&'],
  '+': ['arithmetic', '-'], '-': ['arithmetic', '+'], '*': ['arithmetic', '/'], '/': ['arithmetic', '*'], '%': ['arithmetic', '*'],
  '+=': ['arithmetic', '-='], '-=': ['arithmetic', '+='],
}
const methods: Readonly<Record<string, string>> = { min: 'max', max: 'min', floor: 'ceil', ceil: 'floor', some: 'every', every: 'some' }

const isText = (node: ESTree.Node): node is ESTree.StringLiteral => node.type === 'Literal' && typeof node.value === 'string'

/** Every small change of a source; those that do not even parse are left out, and none is named twice. */
export function mutantsOf(source: string): Mutant[] {
  const collected = changesOf(source)
  const seen = new Set<string>()
  const mutants: Mutant[] = []
  for (const change of collected.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const mutated = withMutant(source, change)
    if (mutated === source || seen.has(mutated) || parseSync('mutant.ts', mutated).errors.length > 0) continue
    seen.add(mutated)
    const line = source.slice(0, change.start).split('\n').length
    mutants.push({ ...change, line, lineWas: lineOf(source, line), lineBecomes: lineOf(mutated, line) })
  }
  return mutants
}

export const withMutant = (source: string, { start, end, becomes }: Pick<Change, 'start' | 'end' | 'becomes'>): string => source.slice(0, start) + becomes + source.slice(end)

const lineOf = (source: string, line: number): string => (source.split('\n')[line - 1] ?? '').trim()

function changesOf(source: string): Change[] {
  const { program, errors } = parseSync('rule.ts', source)
  if (errors.length > 0) throw new SyntaxError(errors.map(({ message }) => message).join('; '))
  const changes: Change[] = []
  const change = (kind: string, { start, end }: Span, becomes: string): void => { changes.push({ kind, start, end, becomes }) }
  const code = ({ start, end }: Span): string => source.slice(start, end)
  const left = new Set<ESTree.Node>() // names and types, no values
  const signs = new Set<ESTree.Node>() // an order's 1 and -1: 2 says the same, only 0 says something else
  /** An operator stands between its two sides. */
  const operator = (node: ESTree.BinaryExpression | ESTree.LogicalExpression | ESTree.AssignmentExpression): void => {
    const [kind, becomes] = operators[node.operator] ?? []
    const at = source.indexOf(node.operator, node.left.end)
    if (kind !== undefined && becomes !== undefined) change(kind, { start: at, end: at + node.operator.length }, becomes)
  }
  const emptied = (node: ESTree.Node): void => { if (isText(node)) change('text', node, node.value === '' ? "'?'" : "''") }
  const negated = (test: ESTree.Expression): void => {
    const already = (test.type === 'BinaryExpression' && ['===', '!=='].includes(test.operator)) || (test.type === 'UnaryExpression' && test.operator === '!')
    if (!already) change('condition', test, `!(${code(test)})`)
  }
  const returned = (value: ESTree.Expression | null, of: ESTree.TSType | undefined): void => {
    if (value !== null) for (const constant of constantsFor(value, of)) change('answer', value, constant)
  }
  new Visitor({
    TSLiteralType: ({ literal }) => { left.add(literal) },
    Property: ({ key }) => { left.add(key) },
    BinaryExpression: (node) => {
      if (node.operator === '+' && [node.left, node.right].some((side) => isText(side) || side.type === 'TemplateLiteral')) return
      operator(node)
      if (['===', '!=='].includes(node.operator)) for (const side of [node.left, node.right]) emptied(side)
    },
    LogicalExpression: operator,
    AssignmentExpression: operator,
    IfStatement: ({ test }) => negated(test),
    ConditionalExpression: ({ test, consequent, alternate }) => {
      negated(test)
      for (const branch of [consequent, alternate]) signs.add(branch.type === 'UnaryExpression' && branch.operator === '-' ? branch.argument : branch)
    },
    WhileStatement: ({ test }) => negated(test),
    UnaryExpression: (node) => { if (node.operator === '!') change('condition', node, code(node.argument)) },
    SwitchCase: ({ test }) => { if (test !== null) emptied(test) },
    ExpressionStatement: (node) => { if (node.expression.type === 'CallExpression') change('call removed', node, ';') },
    CallExpression: (node) => {
      const { callee } = node
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
      const other = methods[callee.property.name]
      if (other !== undefined) change('method', callee.property, other)
      if (callee.property.name !== 'includes') return
      if (callee.object.type === 'ArrayExpression') for (const element of callee.object.elements) if (element !== null) emptied(element)
      for (const argument of node.arguments) emptied(argument)
    },
    Literal: (node) => {
      if (left.has(node)) return
      if (typeof node.value === 'boolean') change('truth', node, String(!node.value))
      if (typeof node.value === 'number') for (const step of signs.has(node) && node.value === 1 ? [-1] : [1, -1]) change('number', node, `(${String(node.value + step)})`)
      if (typeof node.value === 'bigint') for (const step of [1n, -1n]) change('number', node, `(${String(node.value + step)}n)`)
    },
    ...answers(returned),
  }).visit(program)
  return changes
}

type Returned = (value: ESTree.Expression | null, of: ESTree.TSType | undefined) => void

/** What functions answer: `return` of a statement belongs to the function that stands nearest around it. */
function answers(returned: Returned): ConstructorParameters<typeof Visitor>[0] {
  const around: Body[] = []
  const enter = (node: Body): void => {
    around.push(node)
    if (node.body?.type !== undefined && node.body.type !== 'BlockStatement') returned(node.body, node.returnType?.typeAnnotation)
  }
  const leave = (): void => { around.pop() }
  return {
    FunctionDeclaration: enter, 'FunctionDeclaration:exit': leave,
    FunctionExpression: enter, 'FunctionExpression:exit': leave,
    ArrowFunctionExpression: enter, 'ArrowFunctionExpression:exit': leave,
    ReturnStatement: ({ argument }) => returned(argument, around.at(-1)?.returnType?.typeAnnotation),
  }
}

/** Constants that stand where an answer stood: by what is answered, else by the type that is promised. */
function constantsFor(value: ESTree.Expression, of: ESTree.TSType | undefined): readonly string[] {
  switch (value.type) {
    case 'Literal': return isText(value) && value.value !== '' ? ["''"] : []
    case 'TemplateLiteral': return ["''"]
    case 'ArrayExpression': return value.elements.length > 0 ? ['[]'] : []
    case 'NewExpression': return ['null']
    case 'LogicalExpression': return value.operator === '??' ? constantsByType(of) : ['true', 'false']
    case 'UnaryExpression': return value.operator === '!' ? ['true', 'false'] : constantsByType(of)
    case 'BinaryExpression': return /^[<>=!]/.test(value.operator) ? ['true', 'false'] : constantsByType(of)
    default: return constantsByType(of)
  }
}

function constantsByType(of: ESTree.TSType | undefined): readonly string[] {
  switch (of?.type) {
    case 'TSBooleanKeyword': return ['true', 'false']
    case 'TSNumberKeyword': return ['0']
    case 'TSStringKeyword': return ["''"]
    case 'TSArrayType': case 'TSTypeOperator': return ['[]']
    case 'TSUnionType': return of.types.some(({ type }) => type === 'TSNullKeyword') ? ['null'] : []
    case 'TSTypeReference': return of.typeName.type === 'Identifier' && ['Fen', 'Thousandths'].includes(of.typeName.name) ? ['0'] : []
    default: return []
  }
}
