/** What the app and later modules show of this module: on the order's sheet, on the car's page, where a car is booked. */
export { CarCampaigns, OrderCampaigns } from './car-campaigns.tsx'
