import { expect, test } from 'vitest'
import { differences } from './differences.ts'

test('equal counts have no difference; another number, and one that only one side has, are named', () => {
  const board = new Map([['SAD done', 3], ['SAD late', 1], ['WHK done', 0]])
  expect(differences(board, new Map(board))).toEqual([])
  expect(differences(board, new Map([['SAD done', 4], ['SAD late', 1], ['PTS done', 2]]))).toEqual([
    'SAD done: the board says 3, the rows say 4', 'WHK done: the board says 0, the rows say nothing', 'PTS done: the board says nothing, the rows say 2',
  ])
})
