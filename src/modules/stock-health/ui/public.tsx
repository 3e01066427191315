/** What other modules' screens may show. */
export { GoodsLines, goodsOf, type WishedGoods } from './goods-lines.tsx'
